// Census
